package dev.karavel.cache;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be configured, PID {@code dev.karavel.cache}. */
@ObjectClassDefinition(name = "Karavel cache and cluster")
@interface Config {
    @AttributeDefinition(name = "Name of this node", description = "Shown to people. Empty: host and port.")
    String name() default "";

    @AttributeDefinition(name = "Name of the cluster", description = "Only nodes with the same name join.")
    String cluster() default "karavel";

    @AttributeDefinition(name = "Secret of the cluster", description = "Only nodes with the same secret join.")
    String secret() default "";

    @AttributeDefinition(
            name = "Address this node listens on",
            description = "A loopback address, or any where there are certificates. Other nodes find it there.")
    String host() default "127.0.0.1";

    @AttributeDefinition(name = "Port this node listens on", description = "0: any free one, for a server alone.")
    int port() default 0;

    @AttributeDefinition(
            name = "Nodes to look for",
            description = "host:port, comma-separated. Empty: those of the metadata database.")
    String addresses() default "";

    @AttributeDefinition(name = "What this node does", description = "web, worker, beat, comma-separated; or all.")
    String roles() default "all";

    @AttributeDefinition(
            name = "Key store",
            description = "PKCS #12 file with the key and certificate by which the other nodes know this one.")
    String keystore() default "";

    @AttributeDefinition(
            name = "Trust store",
            description = "PKCS #12 file with the authority over the certificates of all nodes. Empty: the key store.")
    String truststore() default "";

    @AttributeDefinition(name = "Password of both stores")
    String keystorePassword() default "";

    @AttributeDefinition(name = "Memory for results, in MB", description = "Off the heap, on each node.", min = "16")
    int offHeapMegabytes() default 64;

    @AttributeDefinition(name = "Work folder", description = "Empty: cluster/ in the data folder.")
    String workDirectory() default "";

    @AttributeDefinition(name = "How long a stop may take", description = "ISO-8601 duration.")
    String stopTimeout() default "PT15S";
}
