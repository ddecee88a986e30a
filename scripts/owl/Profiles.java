import java.io.File;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLOntology;

/** Prints for each file and each profile of OWL 2 whether the ontology is in it, and why not. */
public class Profiles {
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            OWLOntology ontology =
                OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(new File(file));
            for (var profile : org.semanticweb.owlapi.profiles.Profiles.values()) {
                var violations = profile.checkOntology(ontology).getViolations();
                System.out.println(file + "\t" + profile + "\t" + violations.isEmpty());
                violations.forEach(violation -> System.err.println(profile + ": " + violation));
            }
        }
    }
}
