/** Charts and dashboards as pictures. */
@Export
@Version("1.0.0")
package dev.karavel.api.render;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
