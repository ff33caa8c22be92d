/** SQL Lab: typed statements, their history and what surrounds them. */
@Export
@Version("1.0.0")
package dev.karavel.api.sqllab;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
