/** What a notification plugin implements: a way by which people are told. */
@Export
@Version("1.0.0")
package dev.karavel.spi.notify;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
