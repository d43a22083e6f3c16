package dev.parley.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.parley.doctor.DoctorVisits;
import dev.parley.operator.OperatorKey;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

@Path("/v1/operator/doctor")
@RolesAllowed(OperatorKey.ROLE)
@Produces(MediaType.APPLICATION_JSON)
public class DoctorResource {
    private final DoctorVisits visits;

    DoctorResource(DoctorVisits visits) {
        this.visits = visits;
    }

    @Operation(operationId = "examineInstallation", summary = "Checks the installation", description = """
            Database, migrations, disk, clock, mail, models, secrets, proxies and the WebSocket through the public
            address: what was found, and what to do. It changes nothing, sends no mail and asks no model a question. It
            takes as long as the slowest server that is asked, at most about 20 seconds.""")
    @APIResponse(responseCode = "200", description = "The findings, in a fixed order.")
    @APIResponse(responseCode = "429", description = "`doctor_busy`: another report is being made.")
    @GET
    public Uni<DoctorResponse> examine() {
        return visits.examine().map(DoctorResponse::of);
    }
}
