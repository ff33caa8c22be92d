/** What the entrances need of the application. */
@Export
@Version("1.0.0")
package dev.karavel.api.web;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
