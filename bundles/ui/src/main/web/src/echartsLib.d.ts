// ECharts publishes these scripts without types: they export nothing, and register themselves.
declare module 'echarts/lib/chart/*';
declare module 'echarts/lib/component/*';
