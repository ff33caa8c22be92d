package dev.karavel.datasource.oracle;

import java.util.Locale;
import java.util.Set;

/** Schemas that the database brings along and keeps for itself. */
final class OracleSchemas {
    static final Set<String> NAMES = Set.of(
            "anonymous",
            "appqossys",
            "audsys",
            "ctxsys",
            "dbsfwuser",
            "dbsnmp",
            "dgpdb_int",
            "dip",
            "dvf",
            "dvsys",
            "ggsys",
            "gsmadmin_internal",
            "gsmcatuser",
            "gsmuser",
            "lbacsys",
            "mddata",
            "mdsys",
            "ojvmsys",
            "olapsys",
            "oracle_ocm",
            "orddata",
            "ordplugins",
            "ordsys",
            "outln",
            "remote_scheduler_agent",
            "si_informtn_schema",
            "sys",
            "sys$umf",
            "sysbackup",
            "sysdg",
            "syskm",
            "sysrac",
            "system",
            "vecsys",
            "wmsys",
            "xdb",
            "xs$null");

    private OracleSchemas() {}

    static boolean contain(String schema) {
        String name = schema.toLowerCase(Locale.ROOT);
        return NAMES.contains(name) || name.startsWith("apex_") || name.startsWith("flows_");
    }
}
