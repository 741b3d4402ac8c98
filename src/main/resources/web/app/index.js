import 'htmx.org';
import './tokens.css';
import './base.css';
import './layout.css';
import './parts.css';
import './home.css';
import './catalog.css';
import './search.css';
import './keys.css';
import './match.css';
import './rate.css';
import './import.css';
import './print.css';
import './page.js';
import './suggest.js';
import './basket.js';
import './keys.js';

document.documentElement.classList.add('js');
