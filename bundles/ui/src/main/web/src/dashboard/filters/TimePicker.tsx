import '../../explore/words';

/** Any words for a time, with what they mean; its texts come with it. */
export { RangePicker as default } from '../../explore/time/RangePicker';
