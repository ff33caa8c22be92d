package dev.karavel.datasource.mysql;

import java.util.Set;

/**
 * Functions of MySQL and MariaDB that compute from their arguments alone. Missing on purpose: BENCHMARK and SLEEP wait, LOAD_FILE
 * reads, GET_LOCK and LAST_INSERT_ID change the session, UUID and RANDOM_BYTES are no matter of charts, EXTRACTVALUE and UPDATEXML
 * tell secrets in their errors, and settings, users and connections are nobody's business.
 */
final class SafeFunctions {
    static final Set<String> NAMES = Set.of(
            ("addtime adddate bin bit_xor char_length conv convert_tz crc32 date_format dayname dayofmonth dayofweek dayofyear elt"
                            + " export_set field find_in_set format from_days get_format"
                            + " greatest group_concat hex instr interval isnull json_array json_arrayagg"
                            + " json_contains_path json_depth json_length json_merge_patch json_merge_preserve json_object"
                            + " json_objectagg json_overlaps json_pretty json_quote json_search json_unquote json_value lcase"
                            + " locate log2 make_set makedate maketime mid monthname natural_sort_key oct ord period_add"
                            + " period_diff quote regexp_instr regexp_like regexp_replace regexp_substr sec_to_time sha sha2"
                            + " space std str_to_date strcmp subdate substring_index subtime time_format time_to_sec timediff"
                            + " to_days to_seconds to_char ucase unhex utc_date utc_time utc_timestamp weekday"
                            + " weight_string yearweek median")
                    .split(" "));

    private SafeFunctions() {}
}
