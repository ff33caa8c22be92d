package dev.karavel.viz.relations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How rows become flows, families, places and steps, before anything is drawn. */
class ShapesTest {
    @Test
    void flowsThatLeadBackEndApartAndTheStrongestKeepTheirWay() {
        assertThat(Script.run("""
                import { withoutCircles } from './kin/links.js';
                const link = (source, target, value) => ({ source, target, value, filters: [] });
                const { links, returns } = withoutCircles([link('a', 'b', 9), link('b', 'c', 8), link('c', 'a', 3), link('b', 'b', 1)], (name) => name + '*');
                export const result = links.map((one) => one.source + one.target).join(' ') + ' | ' + [...returns].join(' ');
                """)).isEqualTo("ab bc ca* bb* | a* b*");
    }

    @Test
    void aLongChainIsNoCircle() {
        assertThat(Script.run("""
                import { stepsOf, withoutCircles } from './kin/links.js';
                const links = Array.from({ length: 300 }, (_, index) => ({ source: 'n' + index, target: 'n' + (index + 1), value: 1, filters: [] }));
                const { returns } = withoutCircles(links, (name) => name + '*');
                export const result = returns.size + ' ' + stepsOf(links);
                """)).isEqualTo("0 301");
    }

    @Test
    void aTreeBeginsWhereThereIsNoParentAndMissesWhatRunsInCircles() {
        assertThat(Script.run("""
                import { family } from './tree_chart/family.js';
                const drawn = (members) => members.map((one) => one.name + (one.children.length > 0 ? '(' + drawn(one.children) + ')' : '')).join(',');
                const { roots, lost } = family({ ids: [1, 2, 3, 4, 5, 6], parents: [null, 1, 1, 2, 6, 5], names: ['a', 'b', 'c', 'd', 'e', 'f'], root: '', most: 99 });
                export const result = drawn(roots) + ' lost ' + lost;
                """)).isEqualTo("a(b(d),c) lost 2");
    }

    @Test
    void aTreeSaysWhyItCannotBegin() {
        assertThat(Script.run("""
                import { family } from './tree_chart/family.js';
                const rows = { ids: [1, 2], parents: [2, 1], names: ['a', 'b'], most: 99 };
                export const result = [family({ ...rows, root: '' }), family({ ...rows, root: '7' }), family({ ...rows, root: '1' })].map((one) => one.problem ?? one.drawn).join(' ');
                """)).isEqualTo("noRoot unknownRoot 2");
    }

    @Test
    void aParentNobodyDescribesIsTheRoot() {
        assertThat(Script.run("""
                import { family } from './tree_chart/family.js';
                const { roots } = family({ ids: ['b', 'c'], parents: ['a', 'a'], names: ['B', 'C'], root: '', most: 99 });
                export const result = roots.map((one) => one.name + ':' + one.children.map((child) => child.name).join('')).join();
                """)).isEqualTo("a:BC");
    }

    @Test
    void wordsNeverMeetNorLeaveThePicture() {
        assertThat(Script.run("""
                import { place } from './word_cloud/layout.js';
                const words = Array.from({ length: 90 }, (_, index) => ({ text: 'w' + index, size: 40 - index * 0.35, width: 70 + (index * 37) % 60, turn: index % 3 === 0 ? -90 : 0 }));
                const placed = place(words, 900, 500);
                const box = (one) => (one.turn === 0 ? [one.width / 2, one.size * 0.41] : [one.size * 0.41, one.width / 2]);
                const meet = (a, b) => Math.abs(a.x - b.x) < box(a)[0] + box(b)[0] && Math.abs(a.y - b.y) < box(a)[1] + box(b)[1];
                const meetings = placed.filter((one, index) => placed.some((other, place) => place < index && meet(one, other))).length;
                const outside = placed.filter((one) => one.x < box(one)[0] || one.x > 900 - box(one)[0] || one.y < box(one)[1] || one.y > 500 - box(one)[1]).length;
                export const result = (placed.length > 50) + ' ' + meetings + ' ' + outside;
                """)).isEqualTo("true 0 0");
    }

    @Test
    void linkedThingsLieCloserThanOthersAndAlwaysInTheSamePlaces() {
        assertThat(Script.run("""
                import { placesByForces } from './graph_chart/forces.js';
                const how = { width: 600, height: 400, length: 400, repulsion: 1000, gravity: 0.3, friction: 0.2 };
                const links = [[0, 1, 1], [1, 2, 1], [0, 2, 1], [3, 4, 1], [4, 5, 1], [3, 5, 1], [2, 3, 0.1]];
                const places = placesByForces(6, links, how);
                const far = (a, b) => Math.hypot(places[a].x - places[b].x, places[a].y - places[b].y);
                const again = JSON.stringify(placesByForces(6, links, how)) === JSON.stringify(places);
                export const result = (far(0, 1) < far(0, 5)) + ' ' + (far(3, 5) < far(1, 5)) + ' ' + again + ' ' + places.every((one) => Number.isFinite(one.x + one.y));
                """)).isEqualTo("true true true true");
    }

    @Test
    void stepsOfAWaterfallAddUpAndEachPeriodEndsWithTheTotalSoFar() {
        assertThat(Script.run("""
                import { steps } from './waterfall/steps.js';
                const field = (name, type, values) => ({ name, label: name, type, values });
                const [x, part, metric] = [field('x', 'text', ['q1', 'q1', 'q2', 'q2']), field('p', 'text', ['in', 'out', 'in', 'out']), field('m', 'number', [5, -2, 4, -9])];
                const input = { data: { columns: [], values: [], length: 4 }, formData: {}, formatters: { cell: () => String } };
                const words = { x: String, total: 'all', wanted: true };
                const said = (list) => list.map((one) => one.label + one.from + '>' + one.to).join(' ');
                export const result = said(steps(input, x, part, metric, words)) + ' | ' + said(steps(input, x, undefined, metric, words));
                """)).isEqualTo("in0>5 out5>3 q10>3 in3>7 out7>-2 q20>-2 | q10>3 q23>-2 all0>-2");
    }

    @Test
    void columnsOfOneLabelAreToldApartByTheirNames() {
        assertThat(Script.run("""
                import { apart } from './shared/columns.js';
                const named = (...list) => apart(list.map(([name, label = name]) => ({ name, label, type: 'number', values: [] }))).map((one) => one.label).join(', ');
                export const result = [named(['a'], ['b']), named(['a', 'Delay'], ['b', 'Delay'], ['c']), named(['Delay'], ['b', 'Delay'], ['Delay (b)'])].join(' | ');
                """)).isEqualTo("a, b | Delay (a), Delay (b), c | Delay, Delay (b, 2), Delay (b)");
    }

    @Test
    void partsOverTimeAmountToWhatTheOptionSaysAtEachLevel() {
        assertThat(Script.run("""
                import { division } from './partition/parts.js';
                const field = (name, type, values) => ({ name, label: name, type, values });
                const [at, kind, count] = [field('at', 'time', [1, 1, 2, 3, 3]), field('kind', 'text', ['a', 'b', 'a', 'a', 'c']), field('n', 'number', [4, 2, 6, 10, 5])];
                const columns = [at, kind, count];
                const formatters = { time: () => (cell) => 't' + cell, cell: () => String, number: () => String };
                const said = (list) => list.map((one) => one.name + (one.amount ?? one.value) + (one.children.size > 0 ? '(' + said([...one.children.values()]) + ')' : '')).join(' ');
                const of = (option) => {
                  const input = { data: { columns, values: columns.map((one) => one.values), length: 5 }, formData: { groupby: ['kind'], granularity_sqla: 'at', time_series_option: option }, formatters };
                  const { roots, whole } = division(input, ['n'], [kind]).of(count, undefined);
                  return said(roots) + (whole === undefined ? '' : ' of ' + whole);
                };
                export const result = ['agg_sum', 'agg_mean', 'point_diff', 'point_percent', 'point_factor', 'time_series', 'adv_anal', 'not_time'].map(of).join(' | ');
                """))
                .isEqualTo(
                        "a20 c5 b2 | a6.666666666666667 c5 b2 of 5.4 | a6 c5 b-2 of 9 | a1.5 b-1 of 1.5 | a2.5 of 2.5"
                                + " | t315(a10 c5) t16(a4 b2) t26(a6) | t315(a10 c5) t16(a4 b2) t26(a6) | a20 c5 b2");
    }
}
