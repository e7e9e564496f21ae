// What every page has, also in a copy that is taken away.
import './look/reading-look.ts';
import './reading/way-back.ts';
import './search-box.ts';
import './shortcut-list.ts';
import './toggle/toggle-script.ts';
