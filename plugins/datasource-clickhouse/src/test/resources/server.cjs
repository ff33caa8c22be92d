// ClickHouse's engine as a library (chdb), behind as much of ClickHouse's HTTP interface as its JDBC driver speaks.
// Arguments: the folder with node_modules/chdb, a folder for the data. Prints its port; goes when its input ends.
const http = require('node:http');
const { createRequire } = require('node:module');
const { Session } = createRequire(process.argv[2] + '/')('chdb');

const session = new Session(process.argv[3]);
const PASSWORD = 'secret';
const READS = /^\s*(--[^\n]*\n\s*)*(\(\s*)*(SELECT|WITH|DESCRIBE|DESC|SHOW|EXPLAIN|EXISTS)\b/i;
const PER_STATEMENT = new Set(['readonly', 'max_execution_time', 'max_result_rows', 'result_overflow_mode']);
const NOT_SETTINGS = new Set(['database', 'query_id', 'default_format', 'compress', 'decompress', 'user', 'password', 'query',
  'wait_end_of_query', 'client_name', 'session_id', 'role', 'async_insert', 'send_progress_in_http_headers', 'buffer_size', 'log_comment']);
const known = new Map();

const fail = (response, code, message) => {
  response.writeHead(code === 516 ? 401 : 500, { 'X-ClickHouse-Exception-Code': String(code), 'Content-Type': 'text/plain' });
  response.end(`Code: ${code}. DB::Exception: ${message}`);
};

async function run(request, response, sql) {
  const asked = new URL(request.url, 'http://localhost').searchParams;
  const [user, password] = Buffer.from((request.headers.authorization || '').slice(6), 'base64').toString().split(':');
  if ((request.headers['x-clickhouse-user'] || user) !== 'default' || (request.headers['x-clickhouse-key'] || password) !== PASSWORD) {
    return fail(response, 516, 'default: Authentication failed: password is incorrect, or there is no user with such name. (AUTHENTICATION_FAILED)');
  }
  const database = asked.get('database') || request.headers['x-clickhouse-database'] || 'default';
  if (database !== known.get('database')) {
    const there = session.query(`SELECT count() FROM system.databases WHERE name = '${database.replace(/[\\']/g, '')}'`, 'TSV').trim();
    if (there === '0') return fail(response, 81, `Database ${database} does not exist. (UNKNOWN_DATABASE)`);
    session.query(`USE "${database}"`);
    known.set('database', database);
  }
  for (const [name, value] of asked) {
    if (!NOT_SETTINGS.has(name) && !PER_STATEMENT.has(name) && !name.startsWith('param_') && known.get(name) !== value) {
      session.query(`SET ${name} = '${value}'`);
      known.set(name, value);
    }
  }
  if (asked.get('readonly') === '1' && !READS.test(sql)) {
    return fail(response, 164, "Cannot execute query in readonly mode. (READONLY)");
  }
  const bounds = [...asked].filter(([name]) => PER_STATEMENT.has(name) && name !== 'readonly');
  for (const name of ['max_execution_time', 'max_result_rows', 'result_overflow_mode']) {
    const value = bounds.find(([each]) => each === name)?.[1] ?? (name === 'result_overflow_mode' ? 'throw' : '0');
    session.query(`SET ${name} = '${value}'`);
  }
  const id = asked.get('query_id') || '';
  try {
    const format = asked.get('default_format') || request.headers['x-clickhouse-format'] || 'TabSeparated';
    const answer = await session.queryAsync(sql, { format });
    response.writeHead(200, {
      'Content-Type': 'application/octet-stream', 'X-ClickHouse-Format': format, 'X-ClickHouse-Timezone': 'UTC',
      'X-ClickHouse-Query-Id': id, 'X-ClickHouse-Server-Display-Name': 'chdb',
      'X-ClickHouse-Summary': '{"read_rows":"0","read_bytes":"0","written_rows":"0","written_bytes":"0"}' });
    response.end(Buffer.from(answer.bytes()));
  } catch (failure) {
    const code = Number(/Code: (\d+)/.exec(failure.message)?.[1] || 1000);
    fail(response, code, failure.message.replace(/^.*?DB::Exception: /s, ''));
  }
}

const server = http.createServer((request, response) => {
  if (request.url.startsWith('/ping')) return response.end('Ok.\n');
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => run(request, response, Buffer.concat(parts).toString()).catch((e) => fail(response, 1000, String(e))));
});
server.listen(0, '127.0.0.1', () => console.log(`PORT ${server.address().port}`));
process.stdin.resume().on('end', () => process.exit(0));
