/** From question to rows. */
@Export
@Version("1.0.0")
package dev.karavel.api.sql;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
