/** News between bundles. */
@Export
@Version("1.0.0")
package dev.karavel.api.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
