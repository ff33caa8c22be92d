// Everything that is no drawing: run by Maven after the resources are in target/classes.
import './pivot.test.mjs';
import './rows.test.mjs';
import './handlebars.test.mjs';
import './grid.test.mjs';
import './time.test.mjs';
