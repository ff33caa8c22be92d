package dev.karavel.api.event;

/**
 * News between bundles, through the OSGi Event Admin. Every event carries {@link #ID}; nothing in it is secret. Handlers are
 * called on another thread and do not throw.
 */
public final class Topics {
    public static final String DATABASE_CHANGED = "dev/karavel/database/CHANGED";
    public static final String DATASET_CHANGED = "dev/karavel/dataset/CHANGED";
    public static final String CHART_CHANGED = "dev/karavel/chart/CHANGED";
    public static final String DASHBOARD_CHANGED = "dev/karavel/dashboard/CHANGED";
    public static final String USER_CHANGED = "dev/karavel/user/CHANGED";
    public static final String ROLE_CHANGED = "dev/karavel/role/CHANGED";
    public static final String ROW_RULE_CHANGED = "dev/karavel/rowrule/CHANGED";
    public static final String ANNOTATION_LAYER_CHANGED = "dev/karavel/annotationlayer/CHANGED";
    public static final String ANNOTATION_CHANGED = "dev/karavel/annotation/CHANGED";
    public static final String TAG_CHANGED = "dev/karavel/tag/CHANGED";
    public static final String CSS_TEMPLATE_CHANGED = "dev/karavel/csstemplate/CHANGED";
    public static final String THEME_CHANGED = "dev/karavel/theme/CHANGED";
    /** A run of SQL Lab began, came further or ended; {@link #ID} is its id. */
    public static final String LAB_QUERY_CHANGED = "dev/karavel/labquery/CHANGED";

    public static final String SAVED_QUERY_CHANGED = "dev/karavel/savedquery/CHANGED";
    public static final String LAB_TAB_CHANGED = "dev/karavel/labtab/CHANGED";
    public static final String LAB_TABLE_CHANGED = "dev/karavel/labtable/CHANGED";
    /**
     * A task was taken, came further or ended; {@link #ID} is its id as text, {@link #STATE} its state, {@link #KIND} its kind,
     * {@link #USER} for whom it is done, if for anybody.
     */
    public static final String TASK_CHANGED = "dev/karavel/task/CHANGED";

    public static final String REPORT_SCHEDULE_CHANGED = "dev/karavel/reportschedule/CHANGED";
    public static final String REPORT_LOG_CHANGED = "dev/karavel/reportlog/CHANGED";
    /** Somebody signed out; {@link #ID} names the token without giving it away. */
    public static final String TOKEN_REVOKED = "dev/karavel/token/REVOKED";
    /** {@link #ID} is the viz_type, {@link #PLUGIN} and {@link #VERSION} say whose. */
    public static final String VISUALIZATION_ADDED = "dev/karavel/visualization/ADDED";

    public static final String VISUALIZATION_REMOVED = "dev/karavel/visualization/REMOVED";

    /** A plugin was uploaded, switched on or off, or removed; {@link #ID} is its symbolic name, {@link #VERSION} its version. */
    public static final String PLUGIN_CHANGED = "dev/karavel/plugin/CHANGED";

    /** A shared setting was set or removed; {@link #ID} is the PID of its configuration. */
    public static final String SETTING_CHANGED = "dev/karavel/setting/CHANGED";

    /** Long for stored things, String for plugins. */
    public static final String ID = "id";
    /** On news from another node of the cluster alone: the id of that node. */
    public static final String ORIGIN = "origin";
    /** Boolean: it is gone. */
    public static final String DELETED = "deleted";

    /** Name of the state something is in now. */
    public static final String STATE = "state";

    public static final String KIND = "kind";
    /** Long: id of somebody it concerns. */
    public static final String USER = "user";

    public static final String PLUGIN = "plugin";
    public static final String VERSION = "version";

    private Topics() {}
}
