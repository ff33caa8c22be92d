/** The stored things and their repositories. */
@Export
@Version("1.0.0")
package dev.karavel.api.catalog;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
