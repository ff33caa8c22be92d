/** Work that outlives a request: tasks, who queues them, who does them. */
@Export
@Version("1.0.0")
package dev.karavel.api.task;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
