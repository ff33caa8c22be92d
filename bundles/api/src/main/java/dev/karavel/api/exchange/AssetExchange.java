package dev.karavel.api.exchange;

import dev.karavel.api.security.Principal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Databases, datasets, charts and dashboards as Superset exchanges them: a ZIP of YAML files, matched by uuid. Safe for several threads. */
@ProviderType
public interface AssetExchange {
    /**
     * Prepares an export: all rights are checked and everything is read before the first byte is written.
     *
     * @param ids of the kind; ignored for {@link AssetKind#ASSETS}, which is everything there is
     * @throws dev.karavel.api.error.KaravelException NOT_FOUND for what somebody may not see; FORBIDDEN where what it stands on is
     *     not theirs to read
     */
    Export export(AssetKind kind, List<Long> ids, Principal principal);

    /** A ZIP to be written. */
    interface Export {
        /** Such as dashboard_export_20240131T120000.zip */
        String fileName();

        /** The stream stays open. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Brings in what a ZIP holds. Only things of its own kind are changed where they exist, and only if {@code overwrite} is said;
     * what they stand on is made where it is missing, and else left as it is. What lies in the trash comes back, as the ZIP has it.
     *
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST with the file as field; FORBIDDEN; TOO_LARGE
     */
    ImportOutcome read(Path zip, AssetKind kind, GivenSecrets secrets, boolean overwrite, Principal principal);
}
