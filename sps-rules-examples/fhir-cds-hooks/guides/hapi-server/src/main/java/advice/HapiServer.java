package advice;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.HashMapResourceProvider;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.spsrules.SpsRules;

/** A FHIR server of HAPI that keeps everything in memory, and says of each order what stands against it. */
public final class HapiServer {

    public static void main(String[] arguments) throws Exception {
        FhirContext fhir = FhirContext.forR4();
        HashMapResourceProvider<Patient> patients = new HashMapResourceProvider<>(fhir, Patient.class);
        HashMapResourceProvider<Condition> conditions = new HashMapResourceProvider<>(fhir, Condition.class);
        HashMapResourceProvider<MedicationRequest> orders = new HashMapResourceProvider<>(fhir, MedicationRequest.class);
        HashMapResourceProvider<AllergyIntolerance> allergies =
                new HashMapResourceProvider<>(fhir, AllergyIntolerance.class);
        HashMapResourceProvider<Observation> observations = new HashMapResourceProvider<>(fhir, Observation.class);
        HashMapResourceProvider<DetectedIssue> issues = new HashMapResourceProvider<>(fhir, DetectedIssue.class);
        RestfulServer fhirServer = new RestfulServer(fhir);
        fhirServer.setResourceProviders(patients, conditions, allergies, observations, orders, issues);
        SpsRules rules = SpsRules.load();
        // shown in the README
        fhirServer.registerInterceptor(new AdviceInterceptor(
                rules,
                patient -> Stream.of(patients, conditions, allergies, observations, orders)
                        .flatMap(provider -> provider.getStoredResources().stream())
                        .map(Resource.class::cast)
                        .filter(resource -> isOf(resource, patient))
                        .collect(Collectors.toList()),
                issue -> issues.store((DetectedIssue) issue.setId((String) null))));
        // end
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(arguments[0]));
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(fhirServer), "/fhir/*");
        server.setHandler(context);
        server.start();
        System.out.println("The FHIR server started on port " + connector.getLocalPort());
        server.join();
        rules.close();
    }

    /** An index does this in a server that keeps more than one patient. */
    private static boolean isOf(Resource resource, String patient) {
        if (resource instanceof Patient) {
            return patient.equals("Patient/" + resource.getIdElement().getIdPart());
        }
        return Stream.of("subject", "patient")
                .map(resource::getNamedProperty)
                .filter(Objects::nonNull)
                .flatMap(property -> property.getValues().stream())
                .map(Reference.class::cast)
                .anyMatch(whose -> patient.equals(whose.getReference()));
    }

    private HapiServer() {}
}
