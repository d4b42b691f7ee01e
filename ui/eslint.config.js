// The house rules that a tool can hold: one way to a host, one place that names the component library.
import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

const tauri = {
  group: ['@tauri-apps/*'],
  message: 'Only ui/bridge knows how to reach a host.',
}
const library = {
  group: ['element-plus', 'element-plus/*'],
  message: 'Only ui/kit names the component library; screens use the kit.',
}

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'bridge/types.ts'] },
  ...tseslint.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    rules: {
      'no-restricted-imports': ['error', { patterns: [tauri, library] }],
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // HTML made of strings would carry inline styles and, one day, a name with a bracket in it.
      'vue/no-v-html': 'error',
      // Layout of templates is a matter of taste that no reader of this code has asked to be policed.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/attributes-order': 'off',
      'no-undef': 'off',
    },
  },
  {
    files: ['bridge/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [library] }] },
  },
  {
    files: ['kit/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [tauri] }] },
  },
)
