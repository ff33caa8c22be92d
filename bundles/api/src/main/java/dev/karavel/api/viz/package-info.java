/** The installed chart types. */
@Export
@Version("1.0.0")
package dev.karavel.api.viz;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
