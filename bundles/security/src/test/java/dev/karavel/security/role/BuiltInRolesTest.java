package dev.karavel.security.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.catalog.Permission;
import dev.karavel.security.shelf.RoleShelf;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BuiltInRolesTest {
    private final Map<String, Set<Permission>> roles = BuiltInRoles.load();
    private final RoleShelf shelf = new RoleShelf();

    @Test
    void theRolesAreSupersets() {
        assertThat(roles).containsOnlyKeys("Admin", "Alpha", "Gamma", "Public", "sql_lab");
        assertThat(roles.get("Public")).isEmpty();
        roles.values().forEach(permissions -> assertThat(roles.get("Admin")).containsAll(permissions));
    }

    @Test
    void gammaMakesChartsButNoDatasetsAndSeesNoDataByItself() {
        assertThat(roles.get("Gamma"))
                .contains(new Permission("can_write", "Chart"), new Permission("can_read", "Dataset"))
                .doesNotContain(new Permission("can_write", "Dataset"))
                .noneMatch(permission -> permission.action().startsWith("all_"));
    }

    @Test
    void onlyAdminTouchesConnectionsPeopleAndRowRules() {
        for (String view : Set.of("Database", "User", "Role", "RowLevelSecurity", "Plugin")) {
            Permission write = new Permission("can_write", view);
            assertThat(roles).allSatisfy((name, permissions) -> assertThat(permissions.contains(write))
                    .as(name + " writes " + view)
                    .isEqualTo(name.equals("Admin")));
        }
    }

    @Test
    void theFirstStartMakesThemAndTheSecondChangesNothing() {
        new RoleSeed(shelf);
        var made = shelf.all();
        assertThat(made).hasSize(5);
        new RoleSeed(shelf);
        assertThat(shelf.all()).isEqualTo(made);
    }

    @Test
    void grantsOnDataAndThePublicRoleAreTheAdministratorsOwn() {
        new RoleSeed(shelf);
        shelf.grant("Gamma", "datasource_access", "[Examples].[flights](id:3)");
        shelf.grant("Gamma", "can_write", "Database");
        shelf.grant("Public", "can_read", "Dashboard");
        new RoleSeed(shelf);
        assertThat(shelf.findByName("Gamma").orElseThrow().permissions())
                .contains(new Permission("datasource_access", "[Examples].[flights](id:3)"))
                .doesNotContain(new Permission("can_write", "Database"));
        assertThat(shelf.findByName("Public").orElseThrow().permissions())
                .containsExactly(new Permission("can_read", "Dashboard"));
    }
}
