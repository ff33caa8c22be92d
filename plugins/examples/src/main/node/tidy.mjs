// From the files as they are published to tables with plain names and real dates.

const REGIONS = {
  Northeast: 'CT ME MA NH RI VT NJ NY PA',
  Midwest: 'IL IN MI OH WI IA KS MN MO NE ND SD',
  South: 'DE FL GA MD NC SC VA DC WV AL KY MS TN AR LA OK TX PR VI',
  West: 'AZ CO ID MT NV NM UT WY AK CA HI OR WA AS GU CQ',
};

const WORLD = ['South Asia', 'Europe', 'Sub-Saharan Africa', 'America', 'Asia-Pacific', 'Middle East'];

const COMPANIES = { AAPL: 'Apple', AMZN: 'Amazon', GOOG: 'Google', IBM: 'IBM', MSFT: 'Microsoft' };

/** @param {Map<string, Buffer>} files of the package; @returns {Record<string, Buffer | string>} by file name */
export function tidy(files) {
  const bytes = (name) => {
    const found = files.get(`package/data/${name}`);
    if (!found) {
      throw new Error(`The package has no file data/${name}`);
    }
    return found;
  };
  const text = (name) => bytes(name).toString('utf8');
  return {
    'flights.parquet': bytes('flights-3m.parquet'),
    'airports.csv': airports(text('airports.csv')),
    'gapminder.csv': gapminder(JSON.parse(text('gapminder.json'))),
    'seattle-weather.csv': text('seattle-weather.csv'),
    'stocks.csv': stocks(text('stocks.csv')),
    'movies.csv': movies(JSON.parse(text('movies.json'))),
  };
}

function airports(csv) {
  const region = Object.fromEntries(Object.entries(REGIONS).flatMap(([name, states]) => states.split(' ').map((state) => [state, name])));
  const rows = parse(csv).map((row) => ({ ...row, city: row.city.replace(/^St /, 'St. '), region: region[row.state] ?? 'Elsewhere' }));
  return print(rows, ['iata', 'name', 'city', 'state', 'region', 'country', 'latitude', 'longitude']);
}

function gapminder(rows) {
  const tidied = rows.map((row) => ({
    year: `${row.year}-01-01`,
    country: row.country.replace('Hong Kong, China', 'Hong Kong'),
    region: WORLD[row.cluster],
    population: row.pop,
    life_expectancy: row.life_expect,
    fertility: row.fertility,
  }));
  return print(tidied, Object.keys(tidied[0]));
}

function stocks(csv) {
  const rows = parse(csv).map((row) => ({ date: day(row.date), symbol: row.symbol, company: COMPANIES[row.symbol], price: row.price }));
  return print(rows, ['date', 'company', 'symbol', 'price']);
}

function movies(rows) {
  const tidied = rows.map((row) => ({
    title: row.Title,
    release_date: premiere(row['Release Date']),
    genre: row['Major Genre'],
    creative_type: row['Creative Type'],
    source: row.Source,
    rating: row['MPAA Rating'],
    distributor: row.Distributor,
    director: row.Director,
    running_time: row['Running Time min'],
    budget: row['Production Budget'] || null,
    us_gross: row['US Gross'],
    worldwide_gross: row['Worldwide Gross'],
    imdb_rating: row['IMDB Rating'],
    imdb_votes: row['IMDB Votes'],
    rotten_tomatoes: row['Rotten Tomatoes Rating'],
  }));
  return print(tidied.filter((row) => row.title !== null), Object.keys(tidied[0]));
}

/** The list ends in 2011 and years were once written with two digits: what lies later was a century before. */
function premiere(words) {
  const date = day(words);
  return date !== null && date > '2012' ? `${Number(date.slice(0, 4)) - 100}${date.slice(4)}` : date;
}

function day(words) {
  const date = new Date(`${words} UTC`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
}

function parse(csv) {
  const [head, ...lines] = csv.split(/\r?\n/).filter((line) => line !== '');
  const names = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, i) => [names[i], cell])));
}

function cells(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => (match[1] === undefined ? match[2] : match[1].replaceAll('""', '"')));
}

function print(rows, names) {
  const cell = (value) => (value === null || value === undefined ? '' : /[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
  return [names.join(','), ...rows.map((row) => names.map((name) => cell(row[name])).join(','))].join('\n') + '\n';
}
