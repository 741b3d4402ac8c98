package org.xiangpei.recognition;

import jakarta.enterprise.context.ApplicationScoped;

/** How long the bureaus have for a filing: less for one that changes nothing essential of what they have accepted before. */
@ApplicationScoped
class CaseTerms {

    private final Terms full;
    private final LifeTerms life;

    CaseTerms(Terms full, LifeTerms life) {
        this.full = full;
        this.life = life;
    }

    Terms of(RecognitionCase of) {
        return of.isLight() ? life.light() : full;
    }
}
