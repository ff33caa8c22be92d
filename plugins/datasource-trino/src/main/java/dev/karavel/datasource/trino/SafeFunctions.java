package dev.karavel.datasource.trino;

import java.util.Set;

/** Functions of Trino that compute from their arguments alone. Missing on purpose: those that tell of the session or of queries. */
final class SafeFunctions {
    static final Set<String> NAMES = Set.of(
            ("all_match any_match any_value approx_distinct approx_most_frequent approx_percentile array_agg array_distinct"
                            + " array_except array_first array_intersect array_join array_last array_max array_min"
                            + " array_position array_remove array_sort array_union arrays_overlap at_timezone bar"
                            + " bitwise_and bitwise_and_agg bitwise_left_shift bitwise_not bitwise_or bitwise_or_agg"
                            + " bitwise_right_shift bitwise_xor bool_and bool_or cardinality ceiling checksum codepoint"
                            + " combinations contains contains_sequence cosine_distance cosine_similarity count_if crc32"
                            + " date_add date_diff date_format date_parse day_of_month day_of_week day_of_year"
                            + " element_at every exponential_decay filter format format_datetime format_number from_base"
                            + " from_base32 from_base64 from_base64url from_hex from_iso8601_date from_iso8601_timestamp"
                            + " from_iso8601_timestamp_nanos from_unixtime from_unixtime_nanos from_utf8 geometric_mean"
                            + " great_circle_distance hamming_distance histogram human_readable_seconds index"
                            + " infinity inverse_beta_cdf inverse_normal_cdf is_finite is_infinite is_nan"
                            + " json_array json_array_contains json_array_get json_array_length json_exists json_extract"
                            + " json_extract_scalar json_format json_object json_parse json_query json_size json_value"
                            + " last_day_of_month levenshtein_distance listagg luhn_check map map_agg map_concat map_entries"
                            + " map_filter map_from_entries map_keys map_union map_values map_zip_with max_by md5"
                            + " millisecond min_by multimap_agg multimap_from_entries murmur3 nan ngrams none_match normal_cdf"
                            + " normalize numeric_histogram parse_data_size parse_datetime parse_duration qdigest_agg quarter"
                            + " reduce regexp_count regexp_extract regexp_extract_all regexp_like regexp_position"
                            + " regexp_replace regexp_split regr_intercept regr_slope sequence sha1 sha256 sha512 shuffle"
                            + " skewness slice soundex split split_part split_to_map split_to_multimap starts_with strpos"
                            + " t_pdf timezone_hour timezone_minute to_base to_base32 to_base64 to_base64url to_big_endian_32"
                            + " to_big_endian_64 to_char to_date to_hex to_iso8601 to_milliseconds to_timestamp to_unixtime"
                            + " to_utf8 transform transform_keys transform_values translate trim_array truncate try typeof"
                            + " url_decode url_encode url_extract_fragment url_extract_host url_extract_parameter"
                            + " url_extract_path url_extract_port url_extract_protocol url_extract_query value_at_quantile"
                            + " values_at_quantiles week week_of_year width_bucket wilson_interval_lower"
                            + " wilson_interval_upper with_timezone word_stem xxhash64 year_of_week yow zip zip_with")
                    .split(" "));

    private SafeFunctions() {}
}
