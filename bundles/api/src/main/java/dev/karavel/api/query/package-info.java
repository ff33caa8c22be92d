/** The use case: answer a chart query. */
@Export
@Version("1.0.0")
package dev.karavel.api.query;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
