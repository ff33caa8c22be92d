/** Stored answers and the cluster. */
@Export
@Version("1.1.0")
package dev.karavel.api.cache;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
