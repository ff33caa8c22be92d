/** Alerts and reports: what is sent to whom, when, and how it went. */
@Export
@Version("1.0.0")
package dev.karavel.api.report;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
