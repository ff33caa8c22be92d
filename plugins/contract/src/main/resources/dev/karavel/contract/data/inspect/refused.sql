--@ everywhere

SELECT 1; DROP TABLE [sales]

SELECT * FROM [sales]; DELETE FROM [sales]

; SELECT 1; SELECT 2

DROP TABLE [sales]

DROP TABLE IF EXISTS [sales]

DELETE FROM [sales]

DELETE FROM [sales] WHERE 1 = 1

UPDATE [sales] SET [amount] = 0

INSERT INTO [sales] SELECT * FROM [sales]

INSERT INTO [sales] VALUES (1)

REPLACE INTO [sales] VALUES (1)

MERGE INTO [sales] s USING [sales] t ON s.[id] = t.[id] WHEN MATCHED THEN DELETE

TRUNCATE TABLE [sales]

CREATE TABLE copy AS SELECT * FROM [sales]

CREATE VIEW peek AS SELECT * FROM [sales]

CREATE OR REPLACE FUNCTION f() RETURNS INT AS 'x'

CREATE USER mallory

ALTER TABLE [sales] ADD COLUMN x INT

ALTER USER admin SET PASSWORD 'x'

GRANT ALL ON [sales] TO mallory

REVOKE ALL ON [sales] FROM mallory

WITH gone AS (DELETE FROM [sales] RETURNING *) SELECT * FROM gone

WITH new_ones AS (INSERT INTO [sales] SELECT * FROM [sales] RETURNING *) SELECT COUNT(*) FROM new_ones

WITH changed AS (UPDATE [sales] SET [amount] = 0 RETURNING *) SELECT * FROM changed

WITH x AS (SELECT 1) DELETE FROM [sales]

WITH x AS (SELECT 1) INSERT INTO [sales] SELECT * FROM [sales]

SELECT * INTO copy FROM [sales]

SELECT * INTO OUTFILE '/tmp/x' FROM [sales]

SELECT * FROM [sales] INTO OUTFILE '/tmp/x'

SELECT [note] FROM [sales] INTO DUMPFILE '/tmp/x'

SELECT [id] INTO @x FROM [sales]

SELECT * FROM [sales] FOR UPDATE

SELECT * FROM [sales] FOR SHARE

SELECT * FROM [sales] FOR UPDATE SKIP LOCKED

SELECT * FROM [sales] FOR NO KEY UPDATE

SELECT * FROM [sales] LOCK IN SHARE MODE

LOCK TABLE [sales] IN EXCLUSIVE MODE

EXPLAIN ANALYZE DELETE FROM [sales]

EXPLAIN SELECT * FROM [sales]

EXPLAIN ANALYZE SELECT * FROM [sales]

COPY [sales] TO '/tmp/x'

COPY [sales] FROM '/etc/passwd'

COPY (SELECT * FROM [sales]) TO PROGRAM 'sh'

DO $$ BEGIN DELETE FROM sales; END $$

DO 1

CALL refresh()

EXEC refresh

EXECUTE plan

PREPARE plan AS SELECT 1

DEALLOCATE plan

SET search_path TO secrets

SET x = 1

RESET ALL

USE other

BEGIN

COMMIT

ROLLBACK

START TRANSACTION

SAVEPOINT s

VACUUM

ANALYZE

ATTACH 'x.db' AS x

DETACH x

LOAD 'x'

INSTALL httpfs

PRAGMA database_list

SHOW TABLES

DESCRIBE [sales]

DESC [sales]

SUMMARIZE [sales]

SHOW CREATE TABLE [sales]

TABLE [sales] UNION TABLE [sales]

TABLE information_schema.tables

TABLE [sales]; DROP TABLE [sales]

TABLE [sales] FOR UPDATE

FROM [sales]

FROM [sales] SELECT *

FROM [sales] |> WHERE 1 = 1

VALUES (1), ((SELECT password FROM pg_shadow))

HANDLER [sales] OPEN

LISTEN x

NOTIFY x

KILL 1

SHUTDOWN

SELECT * FROM '/etc/passwd'

SELECT * FROM 'data.csv'

SELECT * FROM [sales], '/etc/passwd'

SELECT * FROM [sales] JOIN 'data.parquet' ON 1 = 1

SELECT * FROM read_csv('/etc/passwd')

SELECT * FROM read_csv_auto('/etc/passwd')

SELECT * FROM read_parquet('x')

SELECT * FROM read_json('x')

SELECT * FROM read_text('/etc/passwd')

SELECT * FROM read_blob('/etc/passwd')

SELECT * FROM glob('/*')

SELECT * FROM query('SELECT 1')

SELECT * FROM query_table('sales')

SELECT * FROM csvread('/etc/passwd')

SELECT csvread('/etc/passwd')

SELECT file_read('/etc/passwd')

SELECT link_schema('a', 'b', 'c', 'd', 'e', 'f')

SELECT * FROM url('http://127.0.0.1/', 'CSV', 'a String')

SELECT * FROM file('/etc/passwd', 'CSV')

SELECT * FROM s3('https://x', 'CSV')

SELECT * FROM remote('127.0.0.1', 'system.users')

SELECT * FROM mysql('h', 'd', 't', 'u', 'p')

SELECT * FROM OPENROWSET('x', 'y', 'z')

SELECT * FROM OPENDATASOURCE('x', 'y').a.b.c

EXEC xp_cmdshell 'dir'

SELECT UTL_HTTP.REQUEST('http://x') FROM [sales]

SELECT DBMS_LDAP.INIT('x', 80) FROM [sales]

SELECT pg_read_file('/etc/passwd')

SELECT PG_READ_FILE('/etc/passwd')

SELECT [pg_read_file]('/etc/passwd')

SELECT pg_catalog.pg_read_file('/etc/passwd')

SELECT pg_catalog . pg_read_file ('/etc/passwd')

SELECT pg_read_binary_file('/etc/passwd')

SELECT pg_ls_dir('/')

SELECT pg_stat_file('/etc/passwd')

SELECT pg_sleep(10)

SELECT * FROM [sales] WHERE pg_sleep(10) IS NOT NULL

SELECT sleep(10)

SELECT benchmark(1000000000, md5('x'))

SELECT lo_import('/etc/passwd')

SELECT lo_export(1, '/tmp/x')

SELECT lo_get(1)

SELECT dblink('host=x', 'SELECT 1')

SELECT * FROM dblink('host=x', 'SELECT 1') AS t(a int)

SELECT query_to_xml('SELECT * FROM sales', true, true, '')

SELECT table_to_xml('sales', true, true, '')

SELECT database_to_xml(true, true, '')

SELECT cursor_to_xml('x', 1, true, true, '')

SELECT xpath('/x', 'y')

SELECT xmlparse(DOCUMENT 'x')

SELECT current_setting('data_directory')

SELECT set_config('x', 'y', false)

SELECT getenv('HOME')

SELECT current_user

SELECT session_user FROM [sales]

SELECT CURRENT_USER()

SELECT user()

SELECT version()

SELECT nextval('s')

SELECT NEXT VALUE FOR s

SELECT setval('s', 1)

SELECT pg_advisory_lock(1)

SELECT get_lock('x', 10)

SELECT pg_terminate_backend(1)

SELECT pg_reload_conf()

SELECT load_file('/etc/passwd')

SELECT load_extension('x')

SELECT writefile('/tmp/x', 'y')

SELECT readfile('/etc/passwd')

SELECT edit('x')

SELECT fts3_tokenizer('x')

SELECT sys_exec('id')

SELECT sys_eval('id')

SELECT java_method('x')

SELECT SYSCS_UTIL.SYSCS_GET_DATABASE_PROPERTY('x')

CALL SYSCS_UTIL.SYSCS_EXPORT_TABLE('APP', 'sales', '/tmp/x', null, null, null)

SELECT * FROM information_schema.tables

SELECT * FROM INFORMATION_SCHEMA.COLUMNS

SELECT * FROM [information_schema].[tables]

SELECT * FROM pg_catalog.pg_authid

SELECT * FROM pg_shadow

SELECT * FROM pg_tables

SELECT * FROM sqlite_master

SELECT * FROM sqlite_schema

SELECT * FROM duckdb_settings()

SELECT * FROM duckdb_secrets()

SELECT * FROM pragma_database_list

SELECT * FROM pragma_table_info('sales')

SELECT * FROM sys.sysusers

SELECT * FROM SYS.SYSTABLES

SELECT * FROM mysql.user

SELECT * FROM performance_schema.threads

SELECT [id] FROM [sales] WHERE [id] IN (SELECT usesysid FROM pg_shadow)

SELECT (SELECT passwd FROM pg_shadow) FROM [sales]

SELECT * FROM [sales] WHERE EXISTS (SELECT 1 FROM information_schema.tables)

SELECT * FROM (SELECT * FROM (SELECT * FROM pg_authid) a) b

WITH x AS (SELECT * FROM pg_authid) SELECT * FROM x

SELECT 1 UNION SELECT passwd FROM pg_shadow

SELECT [note] -> (SELECT passwd FROM pg_shadow) FROM [sales]

SELECT COUNT(*) FILTER (WHERE EXISTS (SELECT 1 FROM pg_shadow)) FROM [sales]

SELECT SUM(1) OVER (ORDER BY (SELECT passwd FROM pg_shadow)) FROM [sales]

SELECT * FROM [sales] ORDER BY (SELECT passwd FROM pg_shadow)

SELECT * FROM [sales] LIMIT (SELECT 1 FROM pg_shadow)

SELECT CASE WHEN (SELECT 1 FROM pg_shadow) = 1 THEN 1 END

SELECT CAST((SELECT passwd FROM pg_shadow) AS INT)

SELECT 'sales'::regclass

SELECT CAST('sales' AS regclass)

SELECT regclass 'sales'

SELECT @@version

SELECT @@global.secure_file_priv

SELECT @x

SELECT @x := 1

SELECT :x

SELECT * FROM [sales] WHERE [id] = :x

SELECT ?

SELECT $1

SELECT ${x}

SELECT {{ x }}

SELECT {% x %}

SELECT E'\' FROM [sales] --'

SELECT N'x'

SELECT X'6162'

SELECT U&'\0061'

SELECT _utf8'x'

SELECT 'a' 'b'

SELECT /*! 1 */ 2

SELECT /*!50000 load_file('/etc/passwd') */

SELECT /*+ SET_VAR(x = 1) */ 1

SELECT /*M!100100 1 */ 2

SELECT /* /* nested */ */ 1

SELECT 1 /* open

SELECT 'open

SELECT [id FROM "sales

SELECT * FROM [sales] WHERE [id] = 1 OR 1 = 1)

SELECT * FROM ([sales]

SELECT 1)) UNION SELECT 2

SELECT \ 1

SELECT 'x'{U+2019} OR 1 = 1

SELECT{U+00A0}1

SELECT{U+200B}1

SELECT 1{U+0000}; DROP TABLE x

SELECT '{U+0000}'

SELECT {U+FF07}x{U+FF07}

SELECT {U+201C}id{U+201D} FROM x

SELECT 1{U+037E} DROP TABLE x

SELECT * FROM [sales]{U+2028}; DROP TABLE x

SELECT [i{U+200B}d] FROM [sales]

SELECT * FROM [sa{U+202E}les]

SELECT REPEAT('x', 1000000000)

SELECT LPAD('x', 1000000000)

SELECT RPAD('x', [id]) FROM [sales]

SELECT a.b.c.d.e FROM a.b.c.d

SELECT * FROM [sales]@remote

SELECT * FROM [sales] TABLESAMPLE BERNOULLI (pg_sleep(10))

SELECT * FROM (SELECT [region], [amount] FROM [sales]) t PIVOT (pg_read_file([amount]) FOR [region] IN ('East', 'West'))

SELECT * FROM [sales] AS OF TIMESTAMP '2024-01-01 00:00:00'

SELECT * FROM ONLY [sales]

SELECT * FROM [sales] PROCEDURE ANALYSE()

SELECT SQL_CALC_FOUND_ROWS * FROM [sales] INTO @x

SELECT * FROM TABLE(generate())

SELECT * FROM [ sales ]

SELECT * FROM [a/b]

SELECT * FROM [data.csv]

SELECT * FROM [x;y]

SELECT 1 WHERE 1 = 1 OR

SELECT FROM WHERE

HELLO WORLD

SELECT [id] // pg_sleep(10)
FROM [sales]

SELECT 1 // read_text('/etc/passwd')

--@ without mysql mariadb bigquery

SELECT 1 # comment /*

EXPLAIN (ANALYZE, BUFFERS) SELECT * FROM [sales]

EXPLAIN (ANALYZE) DELETE FROM [sales]

EXPLAIN ANALYZE WITH gone AS (DELETE FROM [sales] RETURNING *) SELECT * FROM gone

EXPLAIN SELECT 1; DELETE FROM [sales]

EXPLAIN PLAN FOR DELETE FROM [sales]

EXPLAIN FORMAT=JSON INTO @x SELECT * FROM [sales]
