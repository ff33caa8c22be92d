/** Templates in typed SQL. */
@Export
@Version("1.0.0")
package dev.karavel.api.template;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
