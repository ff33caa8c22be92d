import * as charts from 'echarts/charts';
import * as components from 'echarts/components';
import { use } from 'echarts/core';
import * as features from 'echarts/features';

type Parts = Parameters<typeof use>[0];

use([...Object.values(charts), ...Object.values(components), ...Object.values(features)] as Parts);
