package org.xiangpei.notification.web;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.xiangpei.notification.LetterFormat;

/** How mail reads: {@code templates/LetterTemplates/letter.html} and {@code letter.txt}. */
@ApplicationScoped
class LetterTemplates implements LetterFormat {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance html(Page page);

        static native TemplateInstance text(Page page);
    }

    @Override
    public Body write(Page page) {
        return new Body(Templates.text(page).render(), Templates.html(page).render());
    }
}
