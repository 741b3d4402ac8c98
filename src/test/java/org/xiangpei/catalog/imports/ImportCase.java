package org.xiangpei.catalog.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.load.CatalogFiles;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.TabularFiles;

/** Uploads of rows with codes that begin with X, and the catalogue put back after each test. */
@ApplicationScoped
class ImportCase {

    static final String FIRM = "XF1,试验企业,试验,,430100,,,430100,2001,小型,,illustrative,";
    static final String PRODUCT =
            "XP1,XF1,试验油缸,XM-1,hydraulic_cylinder,,,,,100,台/月,30,1,10.00,20.5,元/台,35,2021-07-22,2027-07-21,illustrative,";
    static final String BORE = "XP1,bore_diameter,100,100,,mm";

    private final CatalogUploads uploads;
    private final TabularFiles files;
    private final EntityManager entities;

    ImportCase(CatalogUploads uploads, TabularFiles files, EntityManager entities) {
        this.uploads = uploads;
        this.files = files;
        this.entities = entities;
    }

    /** A firm with a product, its specification, certificates and a group of interchangeable parts: nine new rows. */
    static CatalogFiles whole() {
        return CatalogFiles.upload()
                .with("firms", FIRM)
                .with("products", PRODUCT)
                .with("specifications", BORE)
                .with("certificates", "XP1,CCC,X-1,机构,2024-01-01,2027-01-01", "XF1,ISO 9001,X-2,,,")
                .with("equivalents", "XG,试验组,XP1,", "XG,试验组,P009,说明");
    }

    String preview(Actor actor, CatalogFiles upload) {
        try {
            Path file = Files.createTempFile("import", ".zip");
            try {
                Files.write(file, upload.zip());
                return uploads.preview(actor, "目录.zip", file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String apply(Actor actor, CatalogFiles upload) {
        RowErrors errors = files.newErrors();
        return uploads.applyAtOnce(
                        actor, "目录.zip", files.read("目录.zip", new ByteArrayInputStream(upload.zip()), errors), errors)
                .code();
    }

    @Transactional
    Object single(String sql) {
        return entities.createNativeQuery(sql, Object.class).getSingleResult();
    }

    @Transactional
    void run(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
    }

    /** All that is in the catalogue, as text: equal before and after means that nothing is left of what was between. */
    @Transactional
    String catalogue() {
        var text = new StringBuilder();
        for (String table : List.of(
                "region",
                "park",
                "category",
                "property",
                "enum_value",
                "firm",
                "product",
                "specification",
                "certificate",
                "equivalence_group",
                "equivalent_part")) {
            text.append(single(
                    "select coalesce(string_agg((to_jsonb(r) - 'version' - 'id')::text, E'\\n' order by (to_jsonb(r)"
                            + " - 'version' - 'id')::text), '') from " + table + " r"));
        }
        return text.toString();
    }

    @Transactional
    void clean() {
        for (String statement : List.of(
                "delete from catalog_import",
                "delete from equivalent_part where group_code like 'X%'",
                "delete from equivalence_group where code like 'X%'",
                "delete from certificate where number like 'X%'",
                "delete from specification where product_code like 'X%'",
                "delete from product where code like 'X%'",
                "delete from firm where code like 'X%'",
                "delete from enum_value where property_code like 'x%'",
                "delete from property where category_code like 'x%' or code like 'x%'",
                "delete from category where code like 'x%'")) {
            run(statement);
        }
    }
}
