/** Bringing assets in and out. */
@Export
@Version("1.0.0")
package dev.karavel.api.exchange;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
