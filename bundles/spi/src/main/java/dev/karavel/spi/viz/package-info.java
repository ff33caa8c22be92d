/** What a visualization plugin with Java in it implements. */
@Export
@Version("1.0.0")
package dev.karavel.spi.viz;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
