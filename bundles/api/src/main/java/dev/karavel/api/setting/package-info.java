/** Options that are the same on every node of a cluster. */
@Export
@Version("1.0.0")
package dev.karavel.api.setting;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
