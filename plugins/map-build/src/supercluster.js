export { default } from 'supercluster';
