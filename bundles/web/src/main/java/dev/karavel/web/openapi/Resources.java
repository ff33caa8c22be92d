package dev.karavel.web.openapi;

import dev.karavel.web.account.LogResource;
import dev.karavel.web.account.MeResource;
import dev.karavel.web.account.SecurityResource;
import dev.karavel.web.annotation.AnnotationLayerResource;
import dev.karavel.web.annotation.AnnotationResource;
import dev.karavel.web.chart.ChartDataResource;
import dev.karavel.web.chart.ChartDownloadResource;
import dev.karavel.web.chart.ChartResource;
import dev.karavel.web.chart.JobDataResource;
import dev.karavel.web.chart.JobResource;
import dev.karavel.web.chart.KeptDataResource;
import dev.karavel.web.css.CssTemplateResource;
import dev.karavel.web.dashboard.DashboardColorsResource;
import dev.karavel.web.dashboard.DashboardCopyResource;
import dev.karavel.web.dashboard.DashboardFiltersResource;
import dev.karavel.web.dashboard.DashboardLinkResource;
import dev.karavel.web.dashboard.DashboardPartsResource;
import dev.karavel.web.dashboard.DashboardResource;
import dev.karavel.web.dashboard.FilterStateResource;
import dev.karavel.web.database.ConnectionResource;
import dev.karavel.web.database.DatabaseBrowseResource;
import dev.karavel.web.database.DatabaseResource;
import dev.karavel.web.database.DatabaseUseResource;
import dev.karavel.web.dataset.DatasetChoicesResource;
import dev.karavel.web.dataset.DatasetResource;
import dev.karavel.web.dataset.DatasourceResource;
import dev.karavel.web.dataset.StatementCheckResource;
import dev.karavel.web.exchange.AssetsFileResource;
import dev.karavel.web.exchange.ChartFileResource;
import dev.karavel.web.exchange.DashboardFileResource;
import dev.karavel.web.exchange.DatabaseFileResource;
import dev.karavel.web.exchange.DatasetFileResource;
import dev.karavel.web.explore.FormDataResource;
import dev.karavel.web.explore.PermalinkResource;
import dev.karavel.web.explore.TimeRangeResource;
import dev.karavel.web.favorite.ChartFavoritesResource;
import dev.karavel.web.favorite.DashboardFavoritesResource;
import dev.karavel.web.karavel.KaravelResource;
import dev.karavel.web.people.RoleResource;
import dev.karavel.web.people.RowRuleResource;
import dev.karavel.web.people.UserResource;
import dev.karavel.web.picture.ChartPictureResource;
import dev.karavel.web.picture.DashboardPictureResource;
import dev.karavel.web.plugin.PluginResource;
import dev.karavel.web.report.DraftTrialResource;
import dev.karavel.web.report.ReportChoicesResource;
import dev.karavel.web.report.ReportCrontabResource;
import dev.karavel.web.report.ReportLogResource;
import dev.karavel.web.report.ReportResource;
import dev.karavel.web.report.ReportRunResource;
import dev.karavel.web.report.ReportTrialResource;
import dev.karavel.web.sqllab.ExecuteResource;
import dev.karavel.web.sqllab.LabDownloadResource;
import dev.karavel.web.sqllab.LabFileResource;
import dev.karavel.web.sqllab.LabPermalinkResource;
import dev.karavel.web.sqllab.LabTextResource;
import dev.karavel.web.sqllab.QueryResource;
import dev.karavel.web.sqllab.SavedQueryFileResource;
import dev.karavel.web.sqllab.SavedQueryResource;
import dev.karavel.web.sqllab.SqlLabResource;
import dev.karavel.web.tag.TagResource;
import dev.karavel.web.tag.TaggedResource;
import dev.karavel.web.task.TaskResource;
import dev.karavel.web.theme.ThemeResource;
import dev.karavel.web.trash.TrashResource;
import dev.karavel.web.upload.UploadResource;
import dev.karavel.web.version.ChartVersionsResource;
import dev.karavel.web.version.DashboardVersionsResource;
import dev.karavel.web.version.DatasetVersionsResource;
import java.util.List;

/** Every resource class: what readiness waits for and the OpenAPI document describes. */
public final class Resources {
    public static final List<Class<?>> ALL = List.of(
            LogResource.class,
            AssetsFileResource.class,
            ChartFileResource.class,
            DashboardFileResource.class,
            DatabaseFileResource.class,
            DatasetFileResource.class,
            MeResource.class,
            SecurityResource.class,
            AnnotationLayerResource.class,
            AnnotationResource.class,
            ChartDataResource.class,
            ChartPictureResource.class,
            ChartFavoritesResource.class,
            ChartResource.class,
            DashboardColorsResource.class,
            DashboardCopyResource.class,
            DashboardFiltersResource.class,
            DashboardLinkResource.class,
            ChartVersionsResource.class,
            CssTemplateResource.class,
            ThemeResource.class,
            DashboardFavoritesResource.class,
            DashboardPartsResource.class,
            DashboardPictureResource.class,
            DashboardResource.class,
            DashboardVersionsResource.class,
            FilterStateResource.class,
            ConnectionResource.class,
            DatabaseBrowseResource.class,
            DatabaseResource.class,
            DatabaseUseResource.class,
            DatasetChoicesResource.class,
            DatasetResource.class,
            DatasetVersionsResource.class,
            DatasourceResource.class,
            FormDataResource.class,
            KaravelResource.class,
            ChartDownloadResource.class,
            KeptDataResource.class,
            OpenApiResource.class,
            PermalinkResource.class,
            PluginResource.class,
            TaskResource.class,
            JobResource.class,
            JobDataResource.class,
            StatementCheckResource.class,
            ExecuteResource.class,
            LabDownloadResource.class,
            LabFileResource.class,
            LabPermalinkResource.class,
            LabTextResource.class,
            QueryResource.class,
            DraftTrialResource.class,
            ReportChoicesResource.class,
            ReportCrontabResource.class,
            ReportLogResource.class,
            ReportResource.class,
            ReportRunResource.class,
            ReportTrialResource.class,
            SavedQueryFileResource.class,
            SavedQueryResource.class,
            SqlLabResource.class,
            TimeRangeResource.class,
            TagResource.class,
            TaggedResource.class,
            TrashResource.class,
            UserResource.class,
            RoleResource.class,
            RowRuleResource.class,
            UploadResource.class);

    private Resources() {}
}
