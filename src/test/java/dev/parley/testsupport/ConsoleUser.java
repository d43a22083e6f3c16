package dev.parley.testsupport;

import static io.restassured.RestAssured.given;

import java.util.Map;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** An agent of the console, with the cookie and the headers of its page. */
public record ConsoleUser(UUID id, String email, String cookie) {
    public static final String PASSWORD = "correct horse battery";
    /** The password's hash with low cost, since few tests are about the cost. */
    public static final String HASH = "$argon2id$v=19$m=64,t=1,p=1$cGFybGV5LXRlc3Qtc2FsdA$i+n5S/d4PqhZAk1Bn5J0W0KdxGt1LRrR1fR1mzpLwiI";

    /** A request with the headers of this service's console page. */
    public static RequestSpecification page() {
        return given().header("Origin", origin()).header("X-Parley-Console", "1").contentType(ContentType.JSON);
    }

    public static String origin() {
        return "http://localhost:" + RestAssured.port;
    }

    public static Response signIn(String email, String password) {
        return page().body(Map.of("email", email, "password", password)).post("/v1/console/session");
    }

    public RequestSpecification asks() {
        return page().cookie("parley_agent", cookie);
    }
}
