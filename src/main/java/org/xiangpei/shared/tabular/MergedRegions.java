package org.xiangpei.shared.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The merged cells of the sheets of a workbook, which stand behind all rows of a sheet. The file must have passed {@link Archive}'s checks. */
final class MergedRegions {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final int MOST = 100_000;

    private final Map<String, List<MergedCells>> bySheet = new HashMap<>();

    private MergedRegions() {}

    static MergedRegions read(Path file) throws IOException {
        var regions = new MergedRegions();
        try (var zip = new ZipFile(file.toFile())) {
            Map<String, String> targets = new HashMap<>();
            elements(
                    zip,
                    RELATIONS,
                    "Relationship",
                    xml -> targets.put(xml.getAttributeValue(null, "Id"), part(xml.getAttributeValue(null, "Target"))));
            List<String> names = new ArrayList<>();
            List<String> parts = new ArrayList<>();
            elements(zip, WORKBOOK, "sheet", xml -> {
                names.add(xml.getAttributeValue(null, "name"));
                parts.add(targets.getOrDefault(relation(xml), ""));
            });
            for (int i = 0; i < names.size(); i++) {
                regions.bySheet.put(names.get(i), of(zip, parts.get(i)));
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return regions;
    }

    /** By their first row. */
    List<MergedCells> of(String sheet) {
        return bySheet.getOrDefault(sheet, List.of());
    }

    private static List<MergedCells> of(ZipFile zip, String part) throws IOException, XMLStreamException {
        var merged = new ArrayList<MergedCells>();
        elements(zip, part, "mergeCell", xml -> {
            String reference = xml.getAttributeValue(null, "ref");
            MergedCells cells = reference == null ? null : MergedCells.of(reference);
            if (cells != null && merged.size() < MOST) {
                merged.add(cells);
            }
        });
        merged.sort(Comparator.comparingInt(MergedCells::firstRow).thenComparingInt(MergedCells::firstColumn));
        return merged;
    }

    private static void elements(ZipFile zip, String part, String name, Consumer<XMLStreamReader> found)
            throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && name.equals(xml.getLocalName())) {
                    found.accept(xml);
                }
            }
        }
    }

    /** The id of the relation, whatever the prefix of its namespace. */
    private static String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String space = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id") && space != null && space.endsWith("/relationships")) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static String part(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    /** Nothing outside of the file is ever fetched. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
