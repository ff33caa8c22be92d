/** The nodes of a cluster as the metadata database knows them, and what only one of them does. */
@Export
@Version("1.0.0")
package dev.karavel.api.cluster;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
