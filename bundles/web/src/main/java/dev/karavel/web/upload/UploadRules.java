package dev.karavel.web.upload;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.web.database.DatabaseExtra;
import java.util.List;
import java.util.Optional;

/** Where files may go: into databases that take them, and there into the schemas an administrator named, if any. */
final class UploadRules {
    private UploadRules() {}

    static void require(Database database, Optional<String> schema) {
        if (!database.allowFileUpload()) {
            throw new KaravelException(
                    ErrorCode.FORBIDDEN,
                    "database",
                    "Database " + database.name() + " takes no files; its administrator can allow it",
                    null);
        }
        List<String> allowed = DatabaseExtra.of(database).uploadSchemas();
        if (!allowed.isEmpty() && schema.filter(allowed::contains).isEmpty()) {
            throw new KaravelException(
                    ErrorCode.FORBIDDEN,
                    "schema",
                    "Files may be loaded into these schemas: " + String.join(", ", allowed),
                    null);
        }
    }

    static List<String> schemas(Database database) {
        return database.allowFileUpload() ? DatabaseExtra.of(database).uploadSchemas() : List.of();
    }
}
