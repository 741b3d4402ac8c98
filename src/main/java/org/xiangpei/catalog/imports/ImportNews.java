package org.xiangpei.catalog.imports;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.shared.City;

/** Tells those who answer for the catalogue that it was changed by an import: the bureau of the city, or all where there is none, and the operators. */
@ApplicationScoped
class ImportNews {

    private final Notices notices;

    ImportNews(Notices notices) {
        this.notices = notices;
    }

    void applied(Upload upload, String by) {
        tell(
                upload,
                by + "导入了目录：" + upload.fileName(),
                "新增 %d 行，修改 %d 行。"
                        .formatted(upload.summary().added(), upload.summary().changed()));
    }

    void undone(Upload upload, String by) {
        tell(upload, by + "撤销了目录导入：" + upload.fileName(), "目录恢复到这次导入之前的样子。");
    }

    private void tell(Upload upload, String title, String text) {
        var notice = new Notice(
                NoticeKind.CATALOGUE_IMPORT,
                "catalogue_import",
                upload.code(),
                title,
                text,
                "/catalog/imports/" + upload.code());
        Optional<City> city = Optional.ofNullable(upload.uploader().city()).flatMap(City::of);
        notices.tell(city.map(Audience::bureau).orElseGet(Audience::bureaus), notice);
        notices.tell(Audience.operators(), notice);
    }
}
