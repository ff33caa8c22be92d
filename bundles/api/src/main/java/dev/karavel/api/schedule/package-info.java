/** What is due when. */
@Export
@Version("1.1.0")
package dev.karavel.api.schedule;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
