/** What a datasource plugin implements, and the neutral query it is asked. */
@Export
@Version("1.0.0")
package dev.karavel.spi.data;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
