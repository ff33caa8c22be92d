package dev.karavel.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.IfExists;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadRoutesTest {
    private TestServer server;
    private Browser alpha;
    private Database open;

    @BeforeEach
    void start() {
        server = new TestServer();
        server.addUser("alpha", "Alpha");
        server.addUser("gamma", "Gamma");
        alpha = Browser.signedIn(server, "alpha");
        open = database("Open", true, "{}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFileBecomesATableAndADataset() {
        HttpResponse<String> answer = upload(
                alpha,
                open,
                "id;when\n1;x\n",
                Map.of("type", "csv", "table_name", "sales", "schema", "main", "already_exists", "replace"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode result = alpha.json(answer).path("result");
        assertThat(result.path("rows").asInt()).isEqualTo(2);
        assertThat(server.shelves.datasets.find(result.path("dataset_id").asLong()))
                .hasValueSatisfying(dataset -> {
                    assertThat(dataset.tableName()).isEqualTo("sales");
                    assertThat(dataset.schema()).contains("main");
                    assertThat(dataset.owners()).isNotEmpty();
                });
        assertThat(server.uploads.contents).containsExactly("id;when\n1;x\n");
        assertThat(server.uploads.existing).isEqualTo(IfExists.REPLACE);
        assertThat(server.uploads.files.get(0)).doesNotExist();
    }

    @Test
    void everyFieldOfTheFormIsHeard() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("type", "excel");
        fields.put("table_name", "t");
        fields.put("delimiter", "\t");
        fields.put("skip_rows", "2");
        fields.put("header_row", "-1");
        fields.put("rows_to_read", "5");
        fields.put("null_values", "-,none");
        fields.put("column_dates", "[\"a, b\", \"c\"]");
        fields.put("day_first", "true");
        fields.put("decimal_character", ",");
        fields.put("column_data_types", "{\"n\": \"Int64\", \"t\": \"datetime64[ns]\", \"s\": \"str\"}");
        fields.put("sheet_name", "Sheet 2");
        fields.put("columns_read", "n, t,s");
        fields.put("dataframe_index", "true");
        fields.put("index_label", "row");
        assertThat(upload(alpha, open, "x", fields).statusCode()).isEqualTo(201);
        var options = server.uploads.options;
        assertThat(options.delimiter()).contains("\t");
        assertThat(options.skipRows()).isEqualTo(2);
        assertThat(options.headerRow()).isEmpty();
        assertThat(options.rowsToRead()).contains(5);
        assertThat(options.nullValues()).containsExactlyInAnyOrder("-", "none");
        assertThat(options.dateColumns()).containsExactly("a, b", "c");
        assertThat(options.dayFirst()).isTrue();
        assertThat(options.decimalSign()).isEqualTo(',');
        assertThat(options.types())
                .isEqualTo(Map.of("n", ColumnType.INTEGER, "t", ColumnType.TIMESTAMP, "s", ColumnType.TEXT));
        assertThat(options.sheet()).contains("Sheet 2");
        assertThat(options.columns()).containsExactly("n", "t", "s");
        assertThat(options.indexLabel()).contains("row");
        assertThat(server.uploads.existing).isEqualTo(IfExists.FAIL);
    }

    @Test
    void wrongFieldsAreNamed() {
        assertWrong(Map.of("type", "word", "table_name", "t"), "type");
        assertWrong(Map.of("type", "csv"), "table_name");
        assertWrong(Map.of("type", "csv", "table_name", "t", "already_exists", "maybe"), "already_exists");
        assertWrong(Map.of("type", "csv", "table_name", "t", "skip_rows", "many"), "skip_rows");
        assertWrong(Map.of("type", "csv", "table_name", "t", "rows_to_read", "-4"), "rows_to_read");
        assertWrong(Map.of("type", "csv", "table_name", "t", "column_data_types", "int"), "column_data_types");
        assertWrong(Map.of("type", "csv", "table_name", "t", "delimiter", "\""), "delimiter");
        assertWrong(Map.of("type", "csv", "table_name", "t".repeat(200)), "table_name");
        assertThat(upload(alpha, open, "", Map.of("type", "csv", "table_name", "t"))
                        .body())
                .contains("missing or empty");
        assertThat(upload(alpha, open, "x", Map.of("type", "csv", "table_name", "taken"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(alpha.with("Content-Type", "multipart/form-data")
                        .post("/api/v1/database/" + open.id() + "/upload/", "x")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void filesGoOnlyWhereTheyMay() {
        Map<String, String> fields = Map.of("type", "csv", "table_name", "t", "schema", "main");
        Database closed = database("Closed", false, "{}");
        Database one = database("One", true, "{\"schemas_allowed_for_file_upload\":[\"inbox\"]}");
        assertThat(upload(alpha, closed, "x", fields).statusCode()).isEqualTo(403);
        assertThat(upload(alpha, one, "x", fields).statusCode()).isEqualTo(403);
        assertThat(upload(alpha, one, "x", Map.of("type", "csv", "table_name", "t", "schema", "inbox"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(alpha.get("/api/v1/database/" + one.id() + "/schemas_access_for_file_upload/")
                        .body())
                .isEqualTo("{\"schemas\":[\"inbox\"]}");
        Browser gamma = Browser.signedIn(server, "gamma");
        assertThat(upload(gamma, open, "x", fields).statusCode()).isEqualTo(403);
        server.grant("Gamma", "can_upload", "Database");
        assertThat(upload(gamma, open, "x", fields).statusCode()).isEqualTo(404);
    }

    @Test
    void aPreviewShowsSheetsColumnsAndRows() {
        HttpResponse<String> answer = send(alpha, "/api/v1/database/upload_metadata/", "x", Map.of("type", "csv"));
        assertThat(answer.body())
                .isEqualTo("{\"result\":{\"items\":[{\"sheet_name\":null,\"column_names\":[\"id\",\"moment\"]}],"
                        + "\"columns\":" + alpha.json(answer).at("/result/columns")
                        + ",\"rows\":[[1,\"2024-02-29 12:00\"],[2,null]]}}");
        assertThat(alpha.json(answer).at("/result/columns/1/type").asText()).isEqualTo("timestamp");
    }

    @Test
    void aFileThatIsTooLargeIsNotTaken() {
        HttpResponse<String> answer =
                upload(alpha, open, "x".repeat(TestServer.BODY_LIMIT), Map.of("type", "csv", "table_name", "t"));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(server.uploads.contents).isEmpty();
    }

    private void assertWrong(Map<String, String> fields, String field) {
        HttpResponse<String> answer = upload(alpha, open, "x", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(alpha.json(answer).at("/errors/0/extra/field").asText()).isEqualTo(field);
    }

    private static HttpResponse<String> upload(
            Browser browser, Database database, String content, Map<String, String> fields) {
        return send(browser, "/api/v1/database/" + database.id() + "/upload/", content, fields);
    }

    private static HttpResponse<String> send(Browser browser, String path, String content, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--cut\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../etc/x.csv\"\r\n")
                .append("Content-Type: text/csv\r\n\r\n")
                .append(content)
                .append("\r\n--cut--\r\n");
        HttpResponse<String> answer = browser.with("Content-Type", "multipart/form-data; boundary=cut")
                .post(path, body.toString());
        browser.without("Content-Type");
        return answer;
    }

    private Database database(String name, boolean takesFiles, String extra) {
        return server.shelves.databases.save(new Database(
                0,
                UUID.randomUUID(),
                0,
                name,
                "postgresql",
                Map.of(),
                Optional.empty(),
                false,
                false,
                takesFiles,
                extra,
                Stamp.none()));
    }
}
