package dev.karavel.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/** Who may sign in and where the password lies, without the password itself. */
record SignInHint(Path passwordFile, String givenPassword) {

    String text() {
        if (Files.exists(passwordFile)) {
            return "sign in as admin, password in " + passwordFile;
        }
        if (givenPassword != null && !givenPassword.isEmpty()) {
            return "sign in as admin with the password given in KARAVEL_ADMIN_PASSWORD at the first start";
        }
        return "sign in as admin";
    }
}
