/** Who people are and what they may do. */
@Export
@Version("1.0.0")
package dev.karavel.api.security;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
