package dev.karavel.datasource.clickhouse;

import java.util.Set;

/**
 * Functions of ClickHouse that compute from their arguments alone, in lower case. Missing on purpose: table functions and those that
 * read dictionaries, other tables, files, settings, users or hosts, or that wait.
 */
final class SafeFunctions {
    static final Set<String> NAMES = Set.of(
            ("adddays addhours addminutes addmonths addquarters addseconds addweeks addyears any anyheavy anylast argmax argmin"
                            + " array arrayall arrayavg arraycompact arrayconcat arraycount arraycumsum arraydifference"
                            + " arraydistinct arrayelement arrayenumerate arrayexists arrayfilter arrayfirst arrayintersect"
                            + " arrayjoin arraylast arraymap arraymax arraymin arraypopback arraypopfront arraypushback"
                            + " arraypushfront arrayreduce arrayreverse arrayslice arraysort arraystringconcat arraysum"
                            + " arrayuniq arrayzip assumenotnull avgif avgweighted bar bitand bitor bitxor bittest"
                            + " boundingratio cityhash64 countequal countif countsubstrings cutquerystring cutwww datediff"
                            + " datename datetrunc dense_rank deltasum divide domain domainwithoutsuffix empty endswith equals"
                            + " exponentialmovingaverage extractall extracturlparameter fixedstring formatdatetime"
                            + " formatreadablequantity formatreadablesize formatreadabletimedelta fromunixtimestamp generateuuidv4"
                            + " geodistance greatcircledistance grouparray groupbitand groupbitor groupbitxor"
                            + " groupuniqarray halfmd5 has hasall hasany haversine if ifnotfinite indexof"
                            + " intdiv intdivorzero intexp10 intexp2 isfinite isinfinite isnan isnotnull isnull isvalidutf8"
                            + " jsonextract jsonextractarrayraw jsonextractbool jsonextractfloat jsonextractint"
                            + " jsonextractkeys jsonextractraw jsonextractstring jsonextractuint jsonhas jsonlength jsontype"
                            + " kurtpop kurtsamp lengthutf8 like lowerutf8 mapcontains mapfromarrays mapkeys mapvalues match"
                            + " maxif maxmap minif minmap minus modulo monotonicity multiif multiply negate nothing notempty"
                            + " notequals notlike nullif path plus position positioncaseinsensitive positionutf8 protocol quantile"
                            + " quantiledeterministic quantileexact quantileexactinclusive quantileexactweighted quantiles"
                            + " quantiletdigest quantiletiming quantilesexact rankcorr replaceall replaceone"
                            + " replaceregexpall replaceregexpone retention reverseutf8 roundage roundbankers rounddown"
                            + " rounddurationn runningdifference sequencecount sequencematch siphash64 skewpop skewsamp"
                            + " splitbychar splitbyregexp splitbystring startswith stddevpop stddevsamp subtractdays"
                            + " subtracthours subtractminutes subtractmonths subtractquarters subtractseconds subtractweeks"
                            + " subtractyears sumif summap sumwithoverflow timeslot timezoneoffset todate todate32 todateornull"
                            + " todateorzero todatetime todatetime64 todatetimeornull todayofmonth todayofweek todayofyear"
                            + " todecimal32 todecimal64 todecimal128 todecimal256 tofixedstring tofloat32 tofloat64"
                            + " tofloat64ornull tofloat64orzero tohour toint8 toint16 toint32 toint64 toint64ornull"
                            + " toint64orzero tointervalday tointervalhour tointervalmonth toisoweek toisoyear tolastdayofmonth"
                            + " tominute tomonday tomonth tonullable toquarter torelativedaynum torelativehournum"
                            + " torelativemonthnum torelativeweeknum tosecond tostartofday tostartoffifteenminutes"
                            + " tostartoffiveminutes tostartofhour tostartofinterval tostartofisoyear tostartofminute"
                            + " tostartofmonth tostartofquarter tostartofsecond tostartoftenminutes tostartofweek"
                            + " tostartofyear tostring totime totimezone tounixtimestamp toweek toyear toyearweek toyyyymm"
                            + " toyyyymmdd toyyyymmddhhmmss transform trim trimboth trimleft trimright tuple tupleelement topk"
                            + " topkweighted touint8 touint16 touint32 touint64 uniq uniqcombined uniqexact uniqhll12"
                            + " uniqif uniqtheta uniqupto upperutf8 varpop varsamp windowfunnel xxhash64 yesterday")
                    .split(" "));

    private SafeFunctions() {}
}
