/* What veraPDF says of files. One start of Java for many files, since the start takes longer than a verdict.
 *
 *   java -cp ENGINE.jar Verdicts.java 3a FILE...
 *
 * Prints one line for each finding, its parts apart by tabs: file, kind, text. The kind is "holds", with how many rules were
 * tried how often; "breaks", with the clause and what is wrong; or "fails", where the engine itself gave up.
 * Exit code 0 says only that all were looked at.
 *
 * The jar comes without the library by which veraPDF reads its own profiles, so they are read here, with what every Java has.
 */

import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public final class Verdicts {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = profile(arguments[0]);
        for (int at = 1; at < arguments.length; at++) {
            judge(arguments[at], profile);
        }
        System.exit(0); // the engine leaves threads behind
    }

    private static void judge(String file, ValidationProfile profile) {
        PDFAFlavour flavour = profile.getPDFAFlavour();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            Set<String> wrong = new TreeSet<>();
            for (TestAssertion tried : result.getTestAssertions()) {
                if (tried.getStatus() == TestAssertion.Status.FAILED) {
                    RuleId rule = tried.getRuleId();
                    wrong.add(rule.getClause() + "-" + rule.getTestNumber() + " " + tried.getMessage());
                }
            }
            for (String each : wrong) {
                say(file, "breaks", each);
            }
            if (result.isCompliant() && wrong.isEmpty()) {
                say(file, "holds", profile.getRules().size() + " rules, " + result.getTotalAssertions() + " checks");
            } else if (wrong.isEmpty()) {
                say(file, "fails", "it does not conform, and no reason is given");
            }
        } catch (Exception | LinkageError error) { // the jar is a stripped one: what is missing in it is no pass
            say(file, "fails", error.toString());
        }
    }

    private static void say(String file, String kind, String text) {
        OUT.println(String.join("\t", file, kind, text.replaceAll("\\s+", " ")));
    }

    private static ValidationProfile profile(String name) throws Exception {
        String stem = name.startsWith("ua") ? "PDFUA-" + name.substring(2) : "PDFA-" + name.toUpperCase();
        String resource = "org/verapdf/pdfa/validation/" + stem + ".xml";
        try (InputStream stream = PDFAFlavour.class.getClassLoader().getResourceAsStream(resource)) {
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
            Set<Rule> rules = new LinkedHashSet<>();
            for (Element each : all(root, "rule")) {
                rules.add(rule(each));
            }
            Set<Variable> variables = new LinkedHashSet<>();
            for (Element each : all(root, "variable")) {
                String start = text(each, "defaultValue");
                variables.add(Profiles.variableFromValues(
                        each.getAttribute("name"), each.getAttribute("object"), start, text(each, "value")));
            }
            var details = Profiles.profileDetailsFromValues(stem, "", "veraPDF", new Date(0));
            return Profiles.profileFromValues(PDFAFlavour.byFlavourId(name), details, "", rules, variables);
        }
    }

    private static Rule rule(Element rule) {
        Element id = all(rule, "id").get(0);
        List<ErrorArgument> facts = new ArrayList<>();
        for (Element each : all(rule, "argument")) {
            String called = each.hasAttribute("name") ? each.getAttribute("name") : null;
            facts.add(ErrorArgumentImpl.fromValues(each.getTextContent(), called, null));
        }
        RuleId number = Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"),
                Integer.parseInt(id.getAttribute("testNumber")));
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(
                number,
                rule.getAttribute("object"),
                deferred,
                rule.getAttribute("tags"),
                text(rule, "description"),
                text(rule, "test"),
                Profiles.errorFromValues(text(rule, "message"), facts),
                new ArrayList<>());
    }

    private static List<Element> all(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) {
            elements.add((Element) found.item(at));
        }
        return elements;
    }

    private static String text(Element parent, String tag) {
        List<Element> found = all(parent, tag);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }
}
