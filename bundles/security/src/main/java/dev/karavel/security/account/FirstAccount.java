package dev.karavel.security.account;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Accounts;
import dev.karavel.security.role.BuiltInRoles;
import dev.karavel.security.role.RoleSeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the administrator of an installation that has no user yet. */
@Component(
        service = FirstAccount.class,
        immediate = true,
        configurationPid = "dev.karavel.security",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FirstAccount {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAccount.class);
    private static final String NAME = "admin";

    @interface Config {
        String admin_password() default "";
    }

    @Activate
    public FirstAccount(
            BundleContext context,
            Config config,
            @Reference Users users,
            @Reference Accounts accounts,
            @Reference RoleSeed roles) {
        this(folder(context), config.admin_password(), users, accounts);
    }

    FirstAccount(Path folder, String givenPassword, Users users, Accounts accounts) {
        ListQuery any = new ListQuery(List.of(), "", false, 0, 1, new Visibility.All());
        if (users.list(any).count() == 0) {
            make(folder.resolve("admin-password"), givenPassword, accounts);
        }
    }

    private static void make(Path file, String givenPassword, Accounts accounts) {
        try {
            if (!givenPassword.isBlank() && add(accounts, givenPassword)) {
                LOG.info("Made the user {} with the password of KARAVEL_ADMIN_PASSWORD", NAME);
                return;
            }
            String password = generate();
            PrivateFile.write(file, password);
            add(accounts, password);
            LOG.info("Made the user {}; its password lies in {}", NAME, file);
        } catch (IOException e) {
            throw new UncheckedIOException("The password of the first user cannot be written to " + file, e);
        } catch (KaravelException e) {
            if (e.code() != ErrorCode.CONFLICT) {
                throw e;
            }
            LOG.info("Another node made the first user meanwhile");
        }
    }

    private static boolean add(Accounts accounts, String password) {
        try {
            accounts.add(NAME, "Karavel", "Admin", "", Set.of(BuiltInRoles.ADMIN), password);
            return true;
        } catch (KaravelException e) {
            if (!e.field().equals("password")) {
                throw e;
            }
            LOG.error("KARAVEL_ADMIN_PASSWORD is not taken, another one is made instead. {}", e.getMessage());
            return false;
        }
    }

    private static String generate() {
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().encodeToString(random);
    }

    private static Path folder(BundleContext context) {
        String data = context.getProperty("karaf.data");
        return Path.of(data == null ? "data" : data);
    }
}
