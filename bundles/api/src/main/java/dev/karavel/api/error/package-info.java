/** How failures are told. */
@Export
@Version("1.0.0")
package dev.karavel.api.error;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
