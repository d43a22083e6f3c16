package dev.parley.testsupport;

import java.sql.SQLException;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Every shop's rows over JDBC, as the owner role, which the service uses for migrations only. */
class TestDatabase {
    static final String URL = "parley.test.jdbc-url";
    static final String USER = "parley.test.owner";
    static final String PASSWORD = "parley.test.owner-password";

    @Produces
    @Singleton
    AgroalDataSource pool(@ConfigProperty(name = URL) String url, @ConfigProperty(name = USER) String user,
            @ConfigProperty(name = PASSWORD) String password) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(
                pool -> pool.maxSize(2).connectionFactoryConfiguration(connection -> connection.jdbcUrl(url)
                        .principal(new NamePrincipal(user)).credential(new SimplePassword(password)))));
    }

    void close(@Disposes AgroalDataSource pool) {
        pool.close();
    }
}
